namespace DtcGen.Samples;

/// <summary>Shows the user what a run is doing.</summary>
internal interface IRunDisplay
{
    /// <summary>Writes a line that stays.</summary>
    void WriteLine(string line);

    /// <summary>Begins a stage; disposing ends it.</summary>
    /// <param name="name">What it does.</param>
    IStageDisplay Begin(string name);
}
