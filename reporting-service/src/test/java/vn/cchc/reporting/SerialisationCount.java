package vn.cchc.reporting;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;

import io.quarkus.jackson.ObjectMapperCustomizer;

/** Counts how often a report is serialised for a response. */
@Singleton
class SerialisationCount implements ObjectMapperCustomizer {

    private final AtomicInteger reports = new AtomicInteger();

    int reports() {
        return reports.get();
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(new SimpleModule("serialisation-count").setSerializerModifier(new BeanSerializerModifier() {
            @Override
            public List<BeanPropertyWriter> changeProperties(SerializationConfig config, BeanDescription type,
                    List<BeanPropertyWriter> properties) {
                if (type.getBeanClass().getSimpleName().equals("ReportView")) {
                    properties.replaceAll(each -> each.getName().equals("id") ? counted(each) : each);
                }
                return properties;
            }
        }));
    }

    private BeanPropertyWriter counted(BeanPropertyWriter property) {
        return new BeanPropertyWriter(property) {
            @Override
            public void serializeAsField(Object bean, JsonGenerator json, SerializerProvider provider) throws Exception {
                reports.incrementAndGet();
                super.serializeAsField(bean, json, provider);
            }
        };
    }
}
