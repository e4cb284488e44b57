package dev.twostep.phoneapp.keycloak;

import dev.twostep.keycloak.PhoneApi;
import dev.twostep.phoneapp.ApiError;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** What a caller meets that has not proven to be the phone it names: one answer, whatever it wants. */
public final class RefusedResource {

    private final ApiError error;

    RefusedResource(ApiError error) {
        this.error = error;
    }

    @GET
    public Response get() {
        return PhoneApi.error(error);
    }

    @POST
    public Response post() {
        return PhoneApi.error(error);
    }

    @PUT
    public Response put() {
        return PhoneApi.error(error);
    }

    @PATCH
    public Response patch() {
        return PhoneApi.error(error);
    }

    @DELETE
    public Response delete() {
        return PhoneApi.error(error);
    }

    /** The same for everything below. */
    @Path("{below: .+}")
    public Object below() {
        return new RefusedResource(error);
    }
}
