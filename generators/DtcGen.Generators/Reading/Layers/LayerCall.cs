using System.Collections.Immutable;
using DtcGen.Generators.Collections;
using DtcGen.Generators.Diagnostics;
using DtcGen.Generators.Functions;
using DtcGen.Generators.Reading.Graph;
using DtcGen.Generators.Reading.Modules;
using DtcGen.Generators.Reading.Values;
using Microsoft.CodeAnalysis;

namespace DtcGen.Generators.Reading.Layers;

/// <summary>A layer called with one tensor.</summary>
internal sealed record LayerCall(ForwardReader Reader, LayerModule Module, TensorValue Input, IOperation At)
{
    /// <summary>Adds an operation without weights, named as the layer.</summary>
    public ReadValue Add(OperatorKind kind, ImmutableArray<Argument> arguments)
        => Module.Settings.TryGetValue("inplace", out var inPlace) && inPlace is not bool
            ? Reader.Session.Report(
                Descriptors.UnknownLayer,
                At,
                Module.Place.Name,
                $"its setting 'inplace' must be a constant in the call of {Module.Type} that makes it")
            : Reader.Session.Graph.Add(kind, Module.Place.Name, [Input.ToOperand()], arguments, inPlace: Module.IsSet("inplace"));

    /// <summary>Describes the layer, for one with weights.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="inputs">The factory's parameter that gives the number of inputs.</param>
    /// <param name="outputs">The factory's parameter that gives the number of outputs.</param>
    public Layer Describe(LayerKind kind, string inputs, string outputs)
        => new(Module.Place.Name, kind, Module.Place.Path.ToEquatableArray(), Module.Integer(inputs), Module.Integer(outputs));

    /// <summary>Adds an operation of a layer with weights.</summary>
    public ReadValue AddWeighted(OperatorKind kind, Layer layer)
    {
        return Reader.Session.Graph.AddLayer(layer) is { } index
            ? Reader.Session.Graph.Add(kind, layer.Name, [Input.ToOperand()], layer: index)
            : Reader.Session.Report(Descriptors.LayerUsedTwice, At, layer.Name);
    }

    /// <summary>The layer's settings as its factory call gave them; null when one is not known, which is reported.</summary>
    public ImmutableArray<Argument>? Settings(Setting[] settings)
    {
        var arguments = ImmutableArray.CreateBuilder<Argument>(settings.Length);
        foreach (var setting in settings)
        {
            var name = setting.Names.FirstOrDefault(Module.Settings.ContainsKey);
            var value = name is null ? setting.Otherwise : Module.Settings[name];
            if (value is SymbolicSetting || (name is null && setting.Form != SettingForm.Fixed))
            {
                Reader.Session.Report(
                    Descriptors.UnknownLayer,
                    At,
                    Module.Place.Name,
                    $"its setting '{setting.Names[0]}' must be a constant in the call of {Module.Type} that makes it");
                return null;
            }

            arguments.Add(SettingArguments.Of(setting, value));
        }

        return arguments.MoveToImmutable();
    }
}
