using Microsoft.Net.Http.Headers;

namespace DtcGen.Samples.InferenceApp;

/// <summary>What is served, and the files themselves: the page runs them in the browser.</summary>
internal static class ModelRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/models", (ModelCatalogue catalogue) => catalogue.Models.Select(ModelDescription.Of).ToArray())
            .WithName("Models").WithSummary("The models served, and how to use each.");
        app.MapGet("/models/{model}.onnx", GetFile)
            .WithName("ModelFile").WithSummary("A model's file, as it answers now.")
            .Produces<byte[]>(contentType: ImageContent.Floats).ProducesProblem(StatusCodes.Status404NotFound)
            .DisableRequestTimeout();
    }

    private static IResult GetFile(string model, ModelCatalogue catalogue) => catalogue.Find(model) is { Current: var current }
        ? Results.Bytes(
            current.File,
            ImageContent.Floats,
            lastModified: current.LoadedAt,
            entityTag: new EntityTagHeaderValue($"\"{current.Version}\""))
        : Problems.UnknownModel(model, catalogue);
}
