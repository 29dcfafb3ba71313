package vn.cchc.reporting;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** Not the settings of the other tests. One profile for all who need that: each would build and start the application again. */
public class OtherSettings implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("cchc.exports.max-seconds", "3", "cchc.imports.poll-interval", "1h");
    }
}
