package vn.cchc.gateway.limits;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;

/** The address of a request's client. {@code X-Forwarded-For} counts only as far as trusted proxies have set it. */
final class ClientAddress {

    private final List<IpSubnetFilterRule> trusted;

    /** @param trustedProxies addresses or CIDR blocks */
    ClientAddress(List<String> trustedProxies) {
        this.trusted = trustedProxies.stream().map(ClientAddress::block).toList();
    }

    private static IpSubnetFilterRule block(String text) {
        int bits = text.contains(":") ? 128 : 32;
        return new IpSubnetFilterRule(text.contains("/") ? text : text + '/' + bits, IpFilterRuleType.ACCEPT);
    }

    String of(HttpServerRequest request) {
        return of(request.remoteAddress().hostAddress(), request.headers().getAll("X-Forwarded-For"));
    }

    /** The last address, from the gateway's side, that is not that of a trusted proxy. */
    String of(String peer, List<String> forwarded) {
        String address = peer;
        List<String> hops = new ArrayList<>(List.of(String.join(",", forwarded).split(",")));
        Collections.reverse(hops);
        for (String hop : hops) {
            if (!isTrusted(address) || !NetUtil.isValidIpV4Address(hop.strip()) && !NetUtil.isValidIpV6Address(hop.strip())) {
                break;
            }
            address = hop.strip();
        }
        return network(address);
    }

    private boolean isTrusted(String address) {
        InetSocketAddress socket = new InetSocketAddress(NetUtil.createInetAddressFromIpAddressString(address), 0);
        return trusted.stream().anyMatch(block -> block.matches(socket));
    }

    /** An IPv6 subscriber has 2^64 addresses, which count as one. */
    private static String network(String address) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null || bytes.length == 4) {
            return address;
        }
        Arrays.fill(bytes, 8, 16, (byte) 0);
        try {
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Sixteen bytes are an address", e);
        }
    }
}
