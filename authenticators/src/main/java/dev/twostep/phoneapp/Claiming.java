package dev.twostep.phoneapp;

/** The answer to a phone that claims a pairing. */
public sealed interface Claiming {

    record Claimed(Pairing pairing) implements Claiming {}

    /** Another phone has it. */
    record Taken() implements Claiming {}

    /** There is none that can be claimed with this. */
    record Unknown() implements Claiming {}
}
