namespace DtcGen.Onnx;

/// <summary>Times models.</summary>
internal interface ILatencyClock
{
    /// <summary>Milliseconds of a run.</summary>
    double Time(OnnxModel model);

    /// <summary>How many times as long a model takes as another, with both timed at once.</summary>
    double Ratio(OnnxModel model, OnnxModel other);

    /// <summary>How long each node takes, in any unit, by its place in the file; 0 where that is not known.</summary>
    double[] NodeTimes(OnnxModel model);
}
