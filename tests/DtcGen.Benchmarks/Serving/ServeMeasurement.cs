namespace DtcGen.Benchmarks;

/// <summary>How a model was served under a load.</summary>
/// <param name="Model">The model.</param>
/// <param name="Clients">Clients that each ask again as soon as they are answered.</param>
/// <param name="Requests">Requests answered with 200.</param>
/// <param name="Refused">Requests answered otherwise.</param>
/// <param name="RequestsPerSecond">Those answered with 200, per second.</param>
/// <param name="P50Milliseconds">The median time from request to answer.</param>
/// <param name="P99Milliseconds">The time that 99 % of the requests were answered within.</param>
/// <param name="ImagesPerBatch">Images that shared a run of the model, on average.</param>
internal sealed record ServeMeasurement(
    string Model,
    int Clients,
    int Requests,
    int Refused,
    double RequestsPerSecond,
    double P50Milliseconds,
    double P99Milliseconds,
    double ImagesPerBatch);
