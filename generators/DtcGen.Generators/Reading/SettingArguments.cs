using DtcGen.Generators.Functions;
using DtcGen.Generators.Reading.Graph;
using DtcGen.Generators.Reading.Modules;

namespace DtcGen.Generators.Reading;

/// <summary>A setting whose value is known as an operation's argument.</summary>
internal static class SettingArguments
{
    public static Argument Of(Setting setting, object? value)
    {
        var integer = value is bool truth ? (truth ? 1 : 0) : Constants.ToInteger(value);
        return setting.Form != SettingForm.Window ? new Argument(CSharpText.Literal(value), integer)
            : integer is { } size ? new Argument(CSharpText.Literal(Enumerable.Repeat<object?>(size, setting.Space).ToArray()), integer)
            : new Argument(
                CSharpText.Literal(value),
                value is object?[] sizes && sizes.Distinct().Count() == 1 ? Constants.ToInteger(sizes[0]) : null);
    }
}
