package vn.cchc.survey.seal;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;

@ConfigMapping(prefix = "cchc.survey")
interface SealConfig {

    /**
     * The key that wraps the key of each campaign until its answers have been counted: 32 random bytes in Base64.
     * Without it these cannot be counted.
     */
    // No converter: the refusal of a value that cannot be converted repeats it.
    Optional<String> answerKey();
}
