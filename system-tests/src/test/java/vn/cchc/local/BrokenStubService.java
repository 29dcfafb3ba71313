package vn.cchc.local;

/** A service that cannot start. */
class BrokenStubService {

    public static void main(String... arguments) {
        throw new IllegalStateException("a setting is missing");
    }
}
