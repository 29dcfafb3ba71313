package vn.cchc.k8s;

import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;

/** Kubernetes' own kinds in Fabric8's models. What a model does not name is in its {@code additionalProperties}. */
class BuiltInResources {

    private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();

    private BuiltInResources() {
    }

    static List<String> errors(Manifest manifest) {
        List<String> errors = new ArrayList<>();
        try {
            Object model = SERIALIZATION.unmarshal(manifest.json().toString());
            if (model instanceof GenericKubernetesResource) {
                return List.of(manifest.apiVersion() + " " + manifest.kind() + " is unknown: its definition is not in crds");
            }
            collectUnknown(model, "", errors);
        } catch (IllegalArgumentException e) {
            errors.add(e.getMessage());
        }
        return errors;
    }

    /** Of a custom resource, whose schema says nothing of its metadata. */
    static List<String> metadataErrors(Manifest manifest) {
        List<String> errors = new ArrayList<>();
        collectUnknown(SERIALIZATION.convertValue(manifest.at("/metadata"), ObjectMeta.class), "/metadata", errors);
        return errors;
    }

    private static void collectUnknown(Object value, String path, List<String> errors) {
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                collectUnknown(list.get(i), path + "/" + i, errors);
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, entry) -> collectUnknown(entry, path + "/" + key, errors));
        } else if (value instanceof KubernetesResource model) {
            properties(model).forEach((name, property) -> {
                if (name.equals("additionalProperties")) {
                    ((Map<?, ?>) property).keySet().forEach(unknown -> errors.add(path + "/" + unknown + " is unknown"));
                } else {
                    collectUnknown(property, path + "/" + name, errors);
                }
            });
        }
    }

    private static Map<String, Object> properties(KubernetesResource model) {
        Map<String, Object> properties = new TreeMap<>();
        try {
            for (PropertyDescriptor property : Introspector.getBeanInfo(model.getClass(), Object.class)
                    .getPropertyDescriptors()) {
                Object value = property.getReadMethod() == null ? null : property.getReadMethod().invoke(model);
                if (value != null) {
                    properties.put(property.getName(), value);
                }
            }
        } catch (IntrospectionException | ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        return properties;
    }
}
