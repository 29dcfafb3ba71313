package vn.cchc.system.journey;

import org.junit.jupiter.api.Test;

/** The README's journey through containers on fresh data, which images/journey starts on the documented ports. */
class ContainersJourney {

    @Test
    void theReadmesCommandsHaveTheDocumentedOutput() throws Exception {
        DocumentedJourney.ofReadme().verify("http://localhost:8080", "http://localhost:8089");
    }
}
