package vn.cchc.rest.caller;

import java.util.Map;

/** The unit heads whose deputy a person is today. A service without deputies has no such bean. */
public interface Principals {

    /** The subjects of the heads, by the codes of their units. */
    Map<String, String> headsByUnit(String deputy);
}
