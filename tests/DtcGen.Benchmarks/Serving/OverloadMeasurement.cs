namespace DtcGen.Benchmarks;

/// <summary>How a model was served at the server's capacity, or at a multiple of it.</summary>
/// <param name="Model">The model.</param>
/// <param name="Load">1 for the capacity: clients that ask again as soon as they are answered; else the multiple of it
/// that was to be asked for.</param>
/// <param name="Cores">Which processors client and server had.</param>
/// <param name="RequestsPerSecond">Requests sent, per second.</param>
/// <param name="AnsweredPerSecond">Requests answered with 200, per second.</param>
/// <param name="P50Milliseconds">The median time from request to such an answer.</param>
/// <param name="P99Milliseconds">The time that 99 % of these came within.</param>
/// <param name="RefusedPerSecond">Requests answered with 503, per second.</param>
/// <param name="RefusedP50Milliseconds">The median time from request to refusal; null without one.</param>
/// <param name="RefusedP99Milliseconds">The time that 99 % of the refusals came within; null without one.</param>
internal sealed record OverloadMeasurement(
    string Model,
    int Load,
    string Cores,
    double RequestsPerSecond,
    double AnsweredPerSecond,
    double P50Milliseconds,
    double P99Milliseconds,
    double RefusedPerSecond,
    double? RefusedP50Milliseconds,
    double? RefusedP99Milliseconds)
{
    private const int Ok = 200, Refused = 503;

    /// <exception cref="InvalidOperationException">An answer is neither a prediction nor a refusal.</exception>
    public static OverloadMeasurement Of(string model, int load, string cores, List<OverloadAnswer> answers, TimeSpan time)
    {
        if (answers.Find(answer => answer.Status is not (Ok or Refused)) is { Status: not 0 } other)
        {
            throw new InvalidOperationException($"The server answered {other.Status}; expected {Ok} or {Refused}.");
        }

        double[] good = Times(Ok), refused = Times(Refused);
        return new OverloadMeasurement(
            model,
            load,
            cores,
            answers.Count / time.TotalSeconds,
            good.Length / time.TotalSeconds,
            ServeLoad.Percentile(good, 0.5),
            ServeLoad.Percentile(good, 0.99),
            refused.Length / time.TotalSeconds,
            refused.Length == 0 ? null : ServeLoad.Percentile(refused, 0.5),
            refused.Length == 0 ? null : ServeLoad.Percentile(refused, 0.99));

        double[] Times(int status) => [.. answers.Where(answer => answer.Status == status).Select(answer => answer.Milliseconds).Order()];
    }

    public override string ToString() => FormattableString.Invariant(
        $"{Model,-7} {Load}×: {RequestsPerSecond,8:0} requests/s, {AnsweredPerSecond,8:0} answered/s, p50 {P50Milliseconds,7:0.000} ms, p99 {P99Milliseconds,7:0.000} ms, {RefusedPerSecond,8:0} refused/s, p50 {RefusedP50Milliseconds,7:0.000} ms, p99 {RefusedP99Milliseconds,7:0.000} ms");
}
