package vn.cchc.survey.seal;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;

@ConfigMapping(prefix = "cchc.survey")
interface SealConfig {

    /**
     * The key that wraps the key of each open campaign: 32 random bytes in Base64. Without it their answers cannot be counted.
     */
    // No converter: the refusal of a value that cannot be converted repeats it.
    Optional<String> answerKey();
}
