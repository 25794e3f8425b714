namespace DtcGen.PublicModels.Marking;

/// <summary>What became of a class at compile time.</summary>
internal enum Verdict
{
    /// <summary>It does not compile here, before anything of DtcGen.</summary>
    NotCompiled,

    /// <summary>The generator read it.</summary>
    Read,

    /// <summary>The generator wrote a recorded forward.</summary>
    Recorded,

    /// <summary>The generator reported an error.</summary>
    Refused,

    /// <summary>The generated code, or the class with it, does not compile.</summary>
    Broken,
}
