package dev.twostep.it;

/**
 * One realm as each of the two nodes of a cluster serves it: users, credentials and sessions are the same, the address is
 * not. Only for parameters of test methods.
 */
public record TwoNodes(Realm first, Realm second) {

    /** The same two, the other way round. */
    public TwoNodes swapped() {
        return new TwoNodes(/* first= */ second, /* second= */ first);
    }
}
