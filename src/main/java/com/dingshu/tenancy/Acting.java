package com.dingshu.tenancy;

import com.dingshu.shared.Ids;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The binding of a piece of work to one tenant and one actor. It holds for the thread and what it calls, nests and is
 * restored by itself. Without it nothing of a tenant can be read or written.
 *
 * @param tenantId the merchant worked for, above zero
 * @param reason why, where somebody gave a reason; kept with every change made
 * @param requestId ties all traces of one request together
 */
public record Acting(int tenantId, Actor actor, @Nullable String reason, String requestId) {

    private static final ScopedValue<Acting> BOUND = ScopedValue.newInstance();

    public Acting {
        if (tenantId <= 0) {
            throw new IllegalArgumentException("No tenant has the id " + tenantId);
        }
    }

    /** Starts a binding: {@code Acting.as(7, actor).run(() -> ...)}. Keeps the request id of an outer binding. */
    public static Acting as(int tenantId, Actor actor) {
        String requestId =
                bound().map(Acting::requestId).orElseGet(() -> Ids.next().toString());
        return new Acting(tenantId, actor, null, requestId);
    }

    /**
     * Who acts now.
     *
     * @throws NobodyActs when the work is bound to nobody
     */
    public static Acting current() {
        if (!BOUND.isBound()) {
            throw new NobodyActs();
        }
        return BOUND.get();
    }

    public static Optional<Acting> bound() {
        return BOUND.isBound() ? Optional.of(BOUND.get()) : Optional.empty();
    }

    /**
     * Refuses unless the current actor holds the permission.
     *
     * @throws AccessDenied when it does not
     */
    public static void check(Permission permission) {
        if (!current().actor.may(permission)) {
            throw new AccessDenied(current().actor, permission);
        }
    }

    public Acting because(@Nullable String reason) {
        return new Acting(tenantId, actor, reason, requestId);
    }

    public Acting inRequest(String requestId) {
        return new Acting(tenantId, actor, reason, requestId);
    }

    public void run(Runnable work) {
        ScopedValue.where(BOUND, this).run(work);
    }

    public <T extends @Nullable Object> T call(Callable<T> work) {
        try {
            return ScopedValue.where(BOUND, this).call(work::call);
        } catch (RuntimeException unchecked) {
            throw unchecked;
        } catch (Exception checked) {
            throw new IllegalStateException(checked);
        }
    }

    /** Like {@link #call}, letting the work's own checked exceptions through (servlet filters). */
    public <T extends @Nullable Object, X extends Throwable> T callChecked(ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(BOUND, this).call(work);
    }

    /** Thrown where tenant data is touched and no tenant is bound: always a defect, never an answer to a user. */
    public static final class NobodyActs extends IllegalStateException {
        NobodyActs() {
            super("No tenant and actor are bound to this work");
        }
    }
}
