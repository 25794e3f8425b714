namespace DtcGen.Onnx.Tests;

public sealed class OperationTests
{
    private static readonly Dictionary<string, OperationCase> _cases =
        FullyConnectedCases.All().Concat(ActivationCases.All()).ToDictionary(static c => c.Name);

    public static TheoryData<string> Names => [.. _cases.Keys];

    internal static IEnumerable<OperationCase> Cases => _cases.Values;

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_opset_computes_what_TorchSharp_computes(string name) => OperationChecks.Check(_cases[name]);
}
