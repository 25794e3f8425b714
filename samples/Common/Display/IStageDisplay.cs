namespace DtcGen.Samples;

/// <summary>Shows how far a stage is.</summary>
internal interface IStageDisplay : IDisposable
{
    /// <summary>Says how far the stage is. Called often; only a live display shows it.</summary>
    /// <param name="fraction">From 0 to 1.</param>
    /// <param name="detail">What is going on, in a few words.</param>
    void Update(double fraction, string detail);

    /// <summary>Says that a part worth remembering is done.</summary>
    /// <param name="text">What was done.</param>
    void Milestone(string text);
}
