namespace DtcGen.Benchmarks;

/// <summary>What 200 training steps take with either way of waiting; medians, in seconds.</summary>
/// <param name="Threads">libtorch's threads.</param>
/// <param name="Busy">Whether another process kept a processor busy meanwhile.</param>
/// <param name="Default">With libtorch's own way of waiting.</param>
/// <param name="Passive">After <see cref="CpuThreads.WaitPassively"/>.</param>
internal sealed record WaitingMeasurement(int Threads, bool Busy, double Default, double Passive);
