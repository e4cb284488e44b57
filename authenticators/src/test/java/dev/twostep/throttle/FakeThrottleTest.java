package dev.twostep.throttle;

import java.time.InstantSource;

final class FakeThrottleTest extends ThrottleContract {

    @Override
    protected Throttle throttle(InstantSource clock) {
        return new FakeThrottle(clock);
    }
}
