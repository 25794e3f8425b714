using DtcGen.Generators.Reading.Graph;

namespace DtcGen.Generators.Grouping.Rules;

/// <summary>The code takes the size of a dimension as a number, and may compute anything with it.</summary>
internal static class ReadSizeRule
{
    private const string Reason = "the code computes with their number";

    public static void Apply(AxisGraph axes, Operation operation)
    {
        var input = axes.Input(operation);
        if (operation.Arguments.Count == 0)
        {
            input.PinAll(Reason);
            return;
        }

        input.At(operation.Arguments[0].Integer!.Value)?.Pin(Reason);
    }
}
