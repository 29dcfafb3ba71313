package vn.cchc.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;

/** A test user: subject, roles and units. */
record Persona(String clientId, String sub, List<String> roles, String unit, List<String> units) {

    Persona {
        Objects.requireNonNull(clientId);
        Objects.requireNonNull(sub);
        roles = List.copyOf(roles);
    }

    static Map<String, Persona> everybody() {
        try (InputStream people = Persona.class.getResourceAsStream("/people.json")) {
            return Stream.of(new ObjectMapper().readValue(people, Persona[].class))
                    .collect(Collectors.toMap(Persona::clientId, Function.identity()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, Object> claims() {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("client_id", clientId);
        claims.put("roles", roles);
        if (unit != null) {
            claims.put("unit", unit);
        }
        if (units != null) {
            claims.put("units", units);
        }
        return claims;
    }
}
