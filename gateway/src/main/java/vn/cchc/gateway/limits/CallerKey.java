package vn.cchc.gateway.limits;

/**
 * The key by which limits are counted: a person or system at a client, as its token names them, or else an address. So
 * a caller without a token never uses up what belongs to one with a token at the same address.
 */
public record CallerKey(String value, boolean authenticated) {
}
