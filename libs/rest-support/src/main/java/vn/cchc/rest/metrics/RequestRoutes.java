package vn.cchc.rest.metrics;

import java.util.Optional;

/** The routes of a service, under which its requests are counted. */
public interface RequestRoutes {

    /** @return the route of a path, such as {@code /api/v1/units/{code}}; empty if there is none */
    Optional<String> of(String path);
}
