package vn.cchc.local;

import java.util.EnumSet;
import java.util.Set;

/** How much of the stack runs. */
enum Mode {
    EVERYTHING(EnumSet.allOf(Port.class)),
    /** What a service needs, without any service; it ends when its standard input is closed, as when a test was killed. */
    INFRASTRUCTURE(EnumSet.of(Port.POSTGRES, Port.KAFKA, Port.IDENTITY)),
    /** The identity provider alone; it ends in the same way. */
    IDENTITY(EnumSet.of(Port.IDENTITY));

    private final Set<Port> ports;

    Mode(Set<Port> ports) {
        this.ports = ports;
    }

    Set<Port> ports() {
        return ports;
    }
}
