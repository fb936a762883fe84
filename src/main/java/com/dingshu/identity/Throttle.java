package com.dingshu.identity;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Counts wrong sign-ins. A try is paid for before the password is looked at, so that parallel tries cannot get in before
 * the count, and given back when it was right. Each node of an installation counts by itself.
 */
@Component
class Throttle {

    private static final int REMEMBERED = 200_000;

    private final LoadingCache<Key, Bucket> buckets;
    private final SignInSettings settings;
    private final TimeMeter time;

    Throttle(SignInSettings settings, Clock clock) {
        this.settings = settings;
        this.time = new ByClock(clock);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .ticker(time::currentTimeNanos)
                .expireAfterAccess(settings.per().multipliedBy(2))
                .build(this::bucket);
    }

    private enum Scope {
        ACCOUNT_FROM_ADDRESS,
        ACCOUNT,
        ADDRESS
    }

    private record Key(Scope scope, String merchant, String login, String address) {}

    /** Takes one try; the answer when there is none left. */
    Optional<SignInResult> take(String merchant, String login, String address) {
        return wait(addressKey(address))
                .<SignInResult>map(SignInResult.Throttled::new)
                .or(() -> wait(pairKey(merchant, login, address)).map(SignInResult.Locked::new))
                .or(() -> wait(accountKey(merchant, login)).map(SignInResult.Locked::new));
    }

    /** The try was right: it is given back, and the account is open again for this address. */
    void right(String merchant, String login, String address) {
        buckets.invalidate(pairKey(merchant, login, address));
        buckets.get(accountKey(merchant, login)).addTokens(1);
        buckets.get(addressKey(address)).addTokens(1);
    }

    private Optional<Duration> wait(Key key) {
        ConsumptionProbe probe = buckets.get(key).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds(1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill())));
    }

    private Bucket bucket(Key key) {
        int tries =
                switch (key.scope) {
                    case ACCOUNT_FROM_ADDRESS -> settings.triesFromOneAddress();
                    case ACCOUNT -> settings.triesOnAccount();
                    case ADDRESS -> settings.triesOfAddress();
                };
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(tries).refillGreedy(tries, settings.per()))
                .withCustomTimePrecision(time)
                .build();
    }

    private static Key pairKey(String merchant, String login, String address) {
        return new Key(Scope.ACCOUNT_FROM_ADDRESS, merchant, login, address);
    }

    private static Key accountKey(String merchant, String login) {
        return new Key(Scope.ACCOUNT, merchant, login, "");
    }

    private static Key addressKey(String address) {
        return new Key(Scope.ADDRESS, "", "", address);
    }

    private record ByClock(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
