package vn.cchc.gateway.openapi;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

final class References {

    private References() {
    }

    static List<String> dangling(JsonNode document) {
        return document.findValuesAsText("$ref").stream()
                .filter(reference -> document.at(reference.substring(1)).isMissingNode()).toList();
    }
}
