namespace DtcGen.Samples.InferenceApp;

/// <summary>Answers that say what is wrong, as application/problem+json.</summary>
internal static class Problems
{
    public static IResult BadImage(string detail)
        => Results.Problem(detail, statusCode: StatusCodes.Status400BadRequest, title: "Not an image for this model");

    public static IResult UnknownModel(string name, ModelCatalogue catalogue) => Results.Problem(
        $"There is no model \"{name}\". There is: {string.Join(", ", catalogue.Models.Select(slot => slot.Name))}.",
        statusCode: StatusCodes.Status404NotFound,
        title: "No such model");

    public static IResult UnknownContent(string? contentType) => Results.Problem(
        $"Content-Type {contentType ?? "(none)"} is not one of {ImageContent.Names}.",
        statusCode: StatusCodes.Status415UnsupportedMediaType,
        title: "Not a kind of image");

    public static IResult TooLarge(long limit) => Results.Problem(
        $"The request is larger than {limit} bytes.", statusCode: StatusCodes.Status413PayloadTooLarge, title: "Too large");

    public static IResult Full(int waiting) => Results.Problem(
        $"{waiting} images wait already. Try again later.",
        statusCode: StatusCodes.Status503ServiceUnavailable,
        title: "Too many requests at once");
}
