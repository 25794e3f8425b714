using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace DtcGen.Samples.InferenceApp;

/// <summary>
/// Refuses requests for a model whose queue is full, before their content is read and before anything else is done for
/// them: what a refusal costs is missing to those who are answered.
/// </summary>
internal sealed class Overload(AppOptions options, ModelCatalogue catalogue, InferenceMetrics metrics)
{
    private const string RetryAfterSeconds = "1";
    private static readonly object Queued = new();
    private readonly byte[] _problem = JsonSerializer.SerializeToUtf8Bytes(
        new ProblemDetails
        {
            Status = StatusCodes.Status503ServiceUnavailable,
            Title = "Too many requests at once",
            Detail = $"{options.Queue} images wait already. Try again later.",
        });

    /// <summary>Marks a route whose requests wait in a model's queue.</summary>
    public static RouteHandlerBuilder Mark(RouteHandlerBuilder route) => route.WithMetadata(Queued);

    /// <summary>Asks the client of a request to come back later.</summary>
    public static void AskForLater(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        response.Headers.RetryAfter = RetryAfterSeconds;
    }

    /// <summary>The first step for every request.</summary>
    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.Contains(Queued) != true
            || catalogue.Choose(context.GetRouteValue("model") as string) is not { Queue.IsFull: true } slot)
        {
            return next(context);
        }

        context.Features.Get<IHttpMetricsTagsFeature>()?.Tags.Add(new("model", slot.Name));
        return RefuseAsync(context, slot);
    }

    /// <summary>Answers with 503 and the time to come back.</summary>
    public Task RefuseAsync(HttpContext context, ModelSlot slot)
    {
        metrics.TurnedAway(slot.Name);
        AskForLater(context.Response);
        context.Response.ContentType = "application/problem+json";
        context.Response.ContentLength = _problem.Length;
        return context.Response.Body.WriteAsync(_problem).AsTask();
    }
}
