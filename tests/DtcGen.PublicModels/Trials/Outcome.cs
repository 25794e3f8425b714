namespace DtcGen.PublicModels.Trials;

/// <summary>What came of running a class.</summary>
internal enum Outcome
{
    /// <summary>The file computes what the model does, and every clip is exact.</summary>
    Passes,

    /// <summary>No arguments were found that its constructor takes.</summary>
    NotConstructed,

    /// <summary>No inputs were found that its forward takes.</summary>
    NoInput,

    /// <summary>DtcGen says by name what it does not do.</summary>
    Refused,

    /// <summary>Checking it took too much time or memory.</summary>
    Unfinished,

    /// <summary>The file or a clip computes something else, or DtcGen fails otherwise than by a named refusal.</summary>
    Wrong,
}
