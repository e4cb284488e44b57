package dev.twostep.phone;

/**
 * A country to choose from.
 *
 * @param code        ISO 3166-1 alpha-2
 * @param name        in the reader's language
 * @param callingCode without the plus sign
 */
public record Country(String code, String name, int callingCode) {}
