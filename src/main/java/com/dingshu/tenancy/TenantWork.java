package com.dingshu.tenancy;

/**
 * Background work that waits in a tenant's own tables. It is done tenant by tenant, each tenant by one worker at a time,
 * all tenants in turn, so that none starves another. Nothing waits in memory alone.
 */
public interface TenantWork {

    /** Unique name, at most 60 characters. */
    String kind();

    /** On whose behalf it is done. */
    Actor actor();

    /** Whether the tenant now bound has something to do: one cheap indexed look-up. */
    boolean pending();

    /**
     * Does one portion for the tenant now bound, in transactions of its own.
     *
     * @return how many items were dealt with; 0 means there is nothing left to do now
     */
    int drain();
}
