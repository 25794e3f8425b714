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

    /// <param name="e">Why the content could not be read.</param>
    /// <param name="options">The limits.</param>
    public static IResult BadRequest(BadHttpRequestException e, AppOptions options)
    {
        var (detail, title) = e.StatusCode switch
        {
            StatusCodes.Status413PayloadTooLarge => ($"The request is larger than {options.MaxBytes} bytes.", "Too large"),
            StatusCodes.Status408RequestTimeout
                => ($"The request came too slowly; it may take {options.Timeout.TotalSeconds} s.", "Too slow"),
            _ => (e.Message, "Not a whole request"),
        };
        return Results.Problem(detail, statusCode: e.StatusCode, title: title);
    }

    public static IResult Late(TimeSpan limit) => Results.Problem(
        $"There was no answer after {limit.TotalSeconds} s. Try again later.",
        statusCode: StatusCodes.Status503ServiceUnavailable,
        title: "No answer in time");
}
