package vn.cchc.k8s;

import java.io.IOException;
import java.net.ServerSocket;

class Ports {

    private Ports() {
    }

    static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
