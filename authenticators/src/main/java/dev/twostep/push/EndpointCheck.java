package dev.twostep.push;

/** Whether we send to an address that a phone gave. */
public enum EndpointCheck {
    /** As things are now. It is asked again for each connection, because a name can point elsewhere tomorrow. */
    ALLOWED,
    /** Not an address of a push service on the public internet, or not one that the admin has listed. */
    FORBIDDEN,
    /** The name has no address now, or nobody told it in time. */
    UNRESOLVED
}
