package dev.twostep.secret;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.EllipticCurve;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.KeyAgreement;

/** Keys on the curve P-256, and its points as they are written: uncompressed, a 4 and both coordinates (SEC 1, 2.3.3). */
public final class P256 {

    public static final int POINT_BYTES = 65;

    private static final String CURVE = "secp256r1";
    private static final int COORDINATE_BYTES = 32;
    /** What stands before the coordinates. */
    public static final byte UNCOMPRESSED = 4;

    private static final ECParameterSpec PARAMETERS = parameters();

    private P256() {}

    /** A new pair. */
    public static KeyPair generate(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(CURVE), random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw lacking(impossible);
        }
    }

    /** The private key that a number makes, reduced to what can be one: from 1 to the order less 1. */
    public static ECPrivateKey privateKey(BigInteger number) {
        BigInteger most = PARAMETERS.getOrder().subtract(BigInteger.ONE);
        BigInteger scalar = number.mod(most).add(BigInteger.ONE);
        try {
            return (ECPrivateKey)
                    KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(scalar, PARAMETERS));
        } catch (GeneralSecurityException impossible) {
            throw lacking(impossible);
        }
    }

    /**
     * The key that was written as a point, or empty if it is none. A point beside the curve is refused here, because the JDK makes a
     * key of it: an agreement with such a point gives away bits of our private key. The cofactor is 1, so any point that is on the
     * curve is in the right group.
     */
    public static Optional<ECPublicKey> read(byte[] written) {
        if (written.length != POINT_BYTES || written[0] != UNCOMPRESSED) {
            return Optional.empty();
        }
        ECPoint point = new ECPoint(
                new BigInteger(1, Arrays.copyOfRange(written, 1, 1 + COORDINATE_BYTES)),
                new BigInteger(1, Arrays.copyOfRange(written, 1 + COORDINATE_BYTES, POINT_BYTES)));
        return isOnCurve(point) ? Optional.of(publicKey(point)) : Optional.empty();
    }

    /** 65 bytes. */
    public static byte[] write(ECPublicKey key) {
        byte[] written = new byte[POINT_BYTES];
        written[0] = UNCOMPRESSED;
        put(key.getW().getAffineX(), written, 1);
        put(key.getW().getAffineY(), written, 1 + COORDINATE_BYTES);
        return written;
    }

    /** The secret that both sides can compute (ECDH), 32 bytes. It is not yet a key: see {@link Hkdf}. */
    public static byte[] agree(ECPrivateKey own, ECPublicKey other) {
        try {
            KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
            agreement.init(own);
            agreement.doPhase(other, true);
            return agreement.generateSecret();
        } catch (InvalidKeyException e) {
            throw new IllegalArgumentException("not two keys of one curve", e);
        } catch (GeneralSecurityException impossible) {
            throw lacking(impossible);
        }
    }

    /** Whether both halves are on this curve; not whether they belong together. */
    public static boolean isOnCurve(ECPrivateKey privateKey, ECPublicKey publicKey) {
        return isThis(privateKey.getParams()) && isOnCurve(publicKey);
    }

    /** Whether a key that the JDK read, which does not look, is on this curve. */
    public static boolean isOnCurve(ECPublicKey publicKey) {
        return isThis(publicKey.getParams()) && isOnCurve(publicKey.getW());
    }

    private static boolean isThis(ECParameterSpec parameters) {
        return parameters.getCurve().equals(PARAMETERS.getCurve())
                && parameters.getGenerator().equals(PARAMETERS.getGenerator())
                && parameters.getOrder().equals(PARAMETERS.getOrder());
    }

    /** y² = x³ + ax + b, with both coordinates in the field. */
    private static boolean isOnCurve(ECPoint point) {
        if (point.equals(ECPoint.POINT_INFINITY)) {
            return false;
        }
        EllipticCurve curve = PARAMETERS.getCurve();
        BigInteger p = ((ECFieldFp) curve.getField()).getP();
        BigInteger x = point.getAffineX();
        BigInteger y = point.getAffineY();
        if (!isInField(x, p) || !isInField(y, p)) {
            return false;
        }
        BigInteger right =
                x.pow(2).add(curve.getA()).multiply(x).add(curve.getB()).mod(p);
        return y.pow(2).mod(p).equals(right);
    }

    private static boolean isInField(BigInteger coordinate, BigInteger p) {
        return coordinate.signum() >= 0 && coordinate.compareTo(p) < 0;
    }

    private static ECPublicKey publicKey(ECPoint point) {
        try {
            return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, PARAMETERS));
        } catch (GeneralSecurityException impossible) {
            throw lacking(impossible);
        }
    }

    /** To the right in its 32 bytes; the sign of a BigInteger may take one byte more. */
    private static void put(BigInteger coordinate, byte[] written, int offset) {
        byte[] bytes = coordinate.toByteArray();
        int surplus = Math.max(0, bytes.length - COORDINATE_BYTES);
        int length = bytes.length - surplus;
        System.arraycopy(bytes, surplus, written, offset + COORDINATE_BYTES - length, length);
    }

    private static ECParameterSpec parameters() {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec(CURVE));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException impossible) {
            throw lacking(impossible);
        }
    }

    private static IllegalStateException lacking(GeneralSecurityException cause) {
        return new IllegalStateException("this JVM lacks P-256", cause);
    }
}
