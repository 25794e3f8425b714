using DtcGen.Training;

namespace DtcGen.Benchmarks;

/// <summary>One neuron leaves at each clip, until so many clips are made.</summary>
internal sealed record OneByOne(int Clips) : IClipSchedule
{
    public int CountKept(int initial, int current, int cycle) => cycle < Clips ? current - 1 : current;
}
