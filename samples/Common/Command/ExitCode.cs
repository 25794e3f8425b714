using System.Globalization;

namespace DtcGen.Samples;

/// <summary>What a sample's process says to the shell.</summary>
public static class ExitCode
{
    public const int Done = 0;
    public const int ParityFailed = 1;
    public const int BadInput = 2;
    public const int TrainingFailed = 3;
    public const int InternalError = 70;
    public const int OutputFailed = 74;
    public const int Stopped = 130;

    /// <summary>The list for --help.</summary>
    public static IReadOnlyList<(int Code, string Meaning)> All { get; } =
    [
        (Done, "done, and both ONNX files compute what their models compute"),
        (ParityFailed, "done, but an ONNX file does not compute what its model computes"),
        (BadInput, "a wrong option, data that cannot be used, or a folder that cannot be written"),
        (TrainingFailed, "training failed: the loss or a weight is not a number"),
        (InternalError, "an error in the program itself"),
        (OutputFailed, "the standard output is full or closed"),
        (Stopped, "stopped by Ctrl-C; what was finished is written"),
    ];

    /// <summary>A list for --help.</summary>
    /// <param name="codes">The codes of the program.</param>
    public static string Help(IEnumerable<(int Code, string Meaning)> codes)
        => $"Exit codes:\n{string.Join('\n', codes.Select(c => string.Create(CultureInfo.InvariantCulture, $"  {c.Code,3}  {c.Meaning}")))}";
}
