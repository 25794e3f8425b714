using System.Collections.Immutable;
using DtcGen.Generators.Functions;
using DtcGen.Generators.Reading.Graph;
using Microsoft.CodeAnalysis;

namespace DtcGen.Generators.Reading.Expressions;

/// <summary>A function's settings as a call gives them.</summary>
internal static class CallSettings
{
    /// <summary>The arguments that a setting becomes; null when one cannot be read, which is reported.</summary>
    public static ImmutableArray<Argument>? Read(TensorCall call, Setting setting)
    {
        var reader = call.Reader;
        if (setting.Names.Select(call.Argument).OfType<IOperation>().ToArray() is not [var first, ..] given)
        {
            return setting.IsRequired
                ? Refused(reader, call.Call, $"'{call.Function}' with its setting '{setting.Names[0]}'")
                : [SettingArguments.Of(setting, setting.Otherwise)];
        }

        switch (setting.Form)
        {
            case SettingForm.Number:
                return setting is { Otherwise: null, IsRequired: false } && setting.Names.All(call.IsAbsent)
                    ? [SettingArguments.Of(setting, null)]
                    : One(reader.ReadArgument(Scalars.Unwrap(reader, first), "a number"));
            case SettingForm.Whole:
                return One(reader.ReadArgument(first));
            case SettingForm.Flag or SettingForm.Window:
                return reader.TryConstant(first, out var value)
                    ? [SettingArguments.Of(setting, value)]
                    : Refused(reader, first, $"a constant '{setting.Names[0]}'");
            case SettingForm.Dimensions:
                return ArgumentLists.Read(reader, given) is not { } dimensions ? null
                    : dimensions.Any(static dimension => dimension.Integer is null || dimension.SizeOf is not null)
                        ? Refused(reader, first, "dimensions that are known at compile time")
                        : dimensions;
            default:
                return ArgumentLists.Read(reader, given);
        }
    }

    private static ImmutableArray<Argument>? One(Argument? argument) => argument is null ? null : [argument];

    private static ImmutableArray<Argument>? Refused(ForwardReader reader, IOperation at, string expected)
    {
        reader.Unreadable(at, expected);
        return null;
    }
}
