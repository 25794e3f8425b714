namespace DtcGen.Generators;

/// <summary>The names of the generator's steps, as its incremental tests ask for them.</summary>
internal static class PipelineSteps
{
    /// <summary>Reads an annotated class into strings, numbers and enums.</summary>
    public const string Read = nameof(Read);

    /// <summary>Collects what is to be reported.</summary>
    public const string Diagnose = nameof(Diagnose);

    /// <summary>Takes the readable models out of their readings, so that what follows sees no location.</summary>
    public const string Model = nameof(Model);

    /// <summary>Works out which neurons leave together.</summary>
    public const string Group = nameof(Group);

    /// <summary>Takes out what is generated for models that are recorded.</summary>
    public const string Record = nameof(Record);

    /// <summary>Writes the source.</summary>
    public const string Write = nameof(Write);
}
