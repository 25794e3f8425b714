namespace DtcGen.Generators.Tests.Harness;

/// <summary>Makes the source of an annotated class, so that each test shows only what differs.</summary>
internal static class ModelSource
{
    /// <summary>What every test source opens with.</summary>
    public const string Usings =
        """
        using System;
        using System.Collections.Generic;
        using DtcGen;
        using TorchSharp;
        using TorchSharp.Modules;
        using static TorchSharp.torch;
        using static TorchSharp.torch.nn;

        namespace Tested;


        """;

    /// <summary>A class <c>Net</c> from one tensor to one tensor.</summary>
    /// <param name="members">Its fields and its <c>forward</c>.</param>
    /// <param name="attribute">What marks it.</param>
    /// <param name="others">Other types in the file.</param>
    /// <param name="types">What its <c>forward</c> takes, and at the end what it returns.</param>
    public static string Of(string members, string attribute = "[DualTomographic]", string others = "", string types = "Tensor, Tensor")
        => Class(members, "public Net() : base(nameof(Net)) => RegisterComponents();", attribute, others, types);

    /// <summary>A class <c>Net</c> with a constructor of its own.</summary>
    public static string Class(
        string members, string constructor, string attribute = "[DualTomographic]", string others = "", string types = "Tensor, Tensor")
        => $$"""
            {{Usings}}{{attribute}}
            public sealed partial class Net : Module<{{types}}>
            {
            {{Indent(members)}}

            {{Indent(constructor)}}
            }

            {{others}}
            """;

    /// <summary>The same source, whose class insists on being read: what cannot be is an error, and is not recorded.</summary>
    public static string Insisting(string source) => With(source, "Record = false");

    /// <summary>The same source, whose class is recorded whatever its reader could make of it.</summary>
    public static string Recorded(string source) => With(source, "Record = true");

    /// <summary>The same source, with one more setting in its attribute.</summary>
    public static string With(string source, string setting)
        => source.Replace("[DualTomographic(", $"[DualTomographic({setting}, ", StringComparison.Ordinal)
            .Replace("[DualTomographic]", $"[DualTomographic({setting})]", StringComparison.Ordinal);

    private static string Indent(string text)
        => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(static line => line.Length == 0 ? line : "    " + line));
}
