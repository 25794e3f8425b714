namespace DtcGen.Generators.Tests.Hazards;

/// <summary>One of TorchSharp's hazards in one spelling.</summary>
/// <param name="Id">The warning.</param>
/// <param name="Members">Members of a module class that meet it.</param>
/// <param name="At">The expression at which it is reported.</param>
/// <param name="Says">A part of its message.</param>
internal sealed record HazardCase(string Id, string Members, string At, string Says)
{
    /// <summary>Members that look alike and do not meet it.</summary>
    public string[] Safe { get; init; } = [];

    public override string ToString() => $"{Id}: {Members}";
}
