namespace DtcGen.Benchmarks;

/// <summary>What one run of the generator costs.</summary>
/// <param name="Name">What was run.</param>
/// <param name="Milliseconds">How long it took.</param>
/// <param name="StepsRerun">How many of the steps behind the attribute transform ran, or null where no generator ran.</param>
internal sealed record GeneratorMeasurement(string Name, double Milliseconds, int? StepsRerun);
