package vn.cchc.gateway.routing;

import java.util.regex.Pattern;

/** An operation that needs no token. */
record PublicOperation(String method, Pattern path) {

    /**
     * @param line a method and a path, such as {@code GET /api/v1/problems/*}: {@code *} stands for one segment, a final one
     *        for all that follows
     */
    static PublicOperation parse(String line) {
        String[] parts = line.strip().split(" +");
        if (parts.length != 2 || !parts[1].startsWith("/")) {
            throw new IllegalArgumentException("A public operation is a method and a path: " + line);
        }
        String last = parts[1].endsWith("/*") ? ".+" : "";
        String path = parts[1].substring(0, parts[1].length() - (last.isEmpty() ? 0 : 1));
        return new PublicOperation(parts[0], Pattern.compile("\\Q" + path.replace("*", "\\E[^/]+\\Q") + "\\E" + last));
    }

    /** HEAD counts as GET. */
    boolean covers(String method, String path) {
        return this.method.equals("HEAD".equals(method) ? "GET" : method) && this.path.matcher(path).matches();
    }
}
